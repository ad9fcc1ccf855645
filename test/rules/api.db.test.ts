import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config/config.js'
import { createApp, describeApi } from '../../server/http/app.js'
import { useDatabase } from '../setup/clone.js'
import { root } from './source-files.js'

const DOCUMENT = join(root, 'openapi.json')
const TYPES = join(root, 'client/src/api/schema.d.ts')
/** `npm run contract` sets it: then the two files are written instead of compared. */
const write = process.env.WRITE_CONTRACT === '1'

describe('the contract of the API', () => {
  const database = useDatabase()

  it("stands in openapi.json and in the client's types as the server describes it", async () => {
    const app = await createApp(database.web, readConfig({}))
    const document = `${JSON.stringify(describeApi(app), null, 2)}\n`
    await app.close()
    const types = astToString(await openapiTypescript(JSON.parse(document)))
    if (write) {
      writeFileSync(DOCUMENT, document)
      writeFileSync(TYPES, types)
    }
    expect(readFileSync(DOCUMENT, 'utf8'), 'run: npm run contract').toBe(document)
    expect(readFileSync(TYPES, 'utf8'), 'run: npm run contract').toBe(types)
  })
})
