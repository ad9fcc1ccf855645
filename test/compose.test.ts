import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../server/config/config.js'
import { root } from './rules/source-files.js'

interface Service {
  image: string
  build?: string
  command?: string[]
  environment?: Record<string, string>
  ports?: string[]
}

const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
const compose = parse(text, { merge: true }) as { services: Record<string, Service>; volumes: Record<string, null> }

/** What a shell would make of ${NAME:-default} and ${NAME:?message} with these variables set. */
const filled = (value: string, given: Record<string, string>): string =>
  value.replaceAll(
    /\$\{(\w+):([-?])([^}]*)\}/g,
    (_, name: string, kind: string, rest: string) => given[name] ?? (kind === '-' ? rest : `<missing ${name}>`),
  )

describe('docker-compose.yml', () => {
  it('has the database, both processes and a mail catcher', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['database', 'mail', 'web', 'worker'])
  })

  it('runs web and worker from one image, each by its own file', () => {
    const { web, worker } = compose.services as { web: Service; worker: Service }
    expect([web.image, web.build]).toEqual([worker.image, worker.build])
    expect([web.command, worker.command]).toEqual([
      ['node', 'dist/server/main.js'],
      ['node', 'dist/jobs/main.js'],
    ])
  })

  it.each(['web', 'worker'])('gives %s settings that the product accepts, and no others', name => {
    const given = { PUBLIC_URL: 'https://wellmet.example.org', POSTGRES_PASSWORD: 'x' }
    const environment = Object.fromEntries(
      Object.entries(compose.services[name]?.environment ?? {}).map(([k, v]) => [k, filled(v, given)]),
    )
    const config = readConfig(environment)
    expect(config.publicUrl).toBe('https://wellmet.example.org')
    expect(config.databaseUrl).toBe('postgresql://wellmet:x@database:5432/wellmet')
    expect(config.loopback).toBe(false)
    const known = [
      'HOST',
      'PORT',
      'PUBLIC_URL',
      'WELLMET_DATA_DIR',
      'DATABASE_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'LOG_LEVEL',
    ]
    expect(Object.keys(environment).filter(k => !known.includes(k))).toEqual([])
  })

  it('opens no port to the world and has no default password', () => {
    const ports = Object.values(compose.services).flatMap(s => s.ports ?? [])
    expect(ports.filter(p => !p.startsWith('127.0.0.1:'))).toEqual([])
    expect(text).not.toMatch(/POSTGRES_PASSWORD:-/)
  })
})
