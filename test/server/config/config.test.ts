import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigProblem, publicAddress, readConfig } from '../../../server/config/config.js'

const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env)
    return 'accepted'
  } catch (problem) {
    return problem instanceof ConfigProblem ? problem.problems.join(' | ') : String(problem)
  }
}

describe('settings', () => {
  it('need nothing on one machine', () => {
    const config = readConfig({})
    expect([publicAddress(config), config.loopback, config.smtpUrl]).toEqual(['http://127.0.0.1:3000', true, undefined])
  })

  it('name the variable that is wrong', () => {
    expect(refusal({ PORT: 'abc' })).toMatch(/^PORT /)
    expect(refusal({ DATABASE_URL: 'mysql://x' })).toBe(
      'DATABASE_URL must be an address beginning with postgres:// or postgresql://',
    )
    expect(refusal({ PORT: '99999', SMTP_URL: 'http://x' })).toMatch(/^PORT .* \| SMTP_URL /)
  })

  it('refuse to be reached from outside without an address, or over plain HTTP', () => {
    expect(refusal({ HOST: '0.0.0.0' })).toContain('PUBLIC_URL must say the address')
    expect(refusal({ HOST: '0.0.0.0', PUBLIC_URL: 'http://wellmet.example.org' })).toContain('must begin with https://')
    expect(refusal({ HOST: '0.0.0.0', PUBLIC_URL: 'http://localhost:3000' })).toContain('must begin with https://')
  })

  it('refuse an outside relay without a key that signs, or with an address that is not theirs', () => {
    const outside = refusal({ SMTP_URL: 'smtps://relay.example.org' })
    expect(outside).toContain('DKIM_SELECTOR and DKIM_KEY must be set')
    expect(outside).toContain('MAIL_FROM must be an address of your own')
    expect(refusal({ SMTP_URL: 'smtp://127.0.0.1:2525' })).toBe('accepted')
  })

  it('may stand in files', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'wellmet-config-')), 'url')
    writeFileSync(file, 'postgresql://a@b/c\n')
    expect(readConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe('postgresql://a@b/c')
  })

  it('take an outside address for what it is: no demonstration there', () => {
    expect(readConfig({ HOST: '127.0.0.1', PUBLIC_URL: 'https://wellmet.example.org' }).loopback).toBe(false)
  })
})
