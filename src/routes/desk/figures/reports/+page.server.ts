import { listFigure } from '#reports/list-figure.ts'
import { readFigureListQuery, readFiguresQuery } from '../read-figures-query.ts'
import type { PageServerLoad } from './$types'

/** The reports behind one number. */
export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  const { asked } = readFiguresQuery(url.searchParams, context.now())
  const input = { ...readFigureListQuery(url.searchParams), ...asked }
  const page = await listFigure(context, input)
  const back = new URLSearchParams(url.searchParams)
  for (const name of ['figure', 'cursor', 'limit']) back.delete(name)
  return { ...page, figure: input.figure, from: asked.from ?? '', to: asked.to ?? '', back: back.toString() }
}
