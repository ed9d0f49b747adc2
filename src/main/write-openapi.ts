import { writeFileSync } from 'node:fs'
import { openApiDocument } from '#platform/http/openapi.ts'
import { endpoints } from './endpoints.ts'

writeFileSync('docs/openapi.json', `${JSON.stringify(openApiDocument(endpoints, '0.1.0'), null, 2)}\n`)
