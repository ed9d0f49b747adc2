import type { EndpointRow } from '#platform/endpoint.ts'
import { endpoint } from '#platform/endpoint.ts'
import { listFigure } from './list-figure.ts'
import { listFigureInput, showFiguresInput, showPerformanceInput } from './rules/figures-inputs.ts'
import { figuresView, performanceView } from './rules/figures-views.ts'
import { reportCards } from './rules/views.ts'
import { showFigures } from './show-figures.ts'
import { showPerformance } from './show-performance.ts'

/** Figures for leaders and for everybody. */
export const figuresEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/desk/figures',
    summary: 'What became of the reports of a period, by day, agency, commune or category',
    who: 'see-figures',
    input: showFiguresInput,
    output: figuresView,
    run: showFigures,
  }),
  endpoint({
    method: 'GET',
    path: '/desk/figures/reports',
    summary: 'The reports behind one number of the figures',
    who: 'see-figures',
    input: listFigureInput,
    output: reportCards,
    run: listFigure,
  }),
  endpoint({
    method: 'GET',
    path: '/performance',
    summary: 'How the agencies answer, for everybody; groups of fewer than five are not shown',
    who: 'anyone',
    input: showPerformanceInput,
    output: performanceView,
    run: showPerformance,
  }),
]
