import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Example } from './rules/category-measure.ts'

const folder = join(import.meta.dirname, '../../seed')

const sentences = z.record(z.string(), z.array(z.string().min(1)))
const texts = z.array(z.object({ category: z.string(), text: z.string() }))
const categories = z.array(z.object({ code: z.string(), vi: z.string(), en: z.string() }))

/** What the learning begins with: sentences of each category, the texts of the demo, and the names of the categories. */
export async function seedExamples(): Promise<Example[]> {
  const names = categories.parse(await read('categories.json'))
  return [
    ...(await sentencesOf('report-examples.json')),
    ...texts.parse(await read('report-texts.json')).map(({ category, text }) => ({ category, text })),
    ...names.flatMap(({ code, vi, en }) => [vi, en].map((text) => ({ category: code, text }))),
  ]
}

/** Sentences that are never learnt: a model is measured on them. */
export function heldBackCases(): Promise<Example[]> {
  return sentencesOf('report-cases-held-back.json')
}

async function sentencesOf(name: string): Promise<Example[]> {
  const all = sentences.parse(await read(name))
  return Object.entries(all).flatMap(([category, lines]) => lines.map((text) => ({ category, text })))
}

async function read(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, name), 'utf8')) as unknown
}
