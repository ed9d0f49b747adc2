/** The tables of the figures. */
export interface FiguresTables {
  report_day_figures: DayFiguresRow
  report_figures_state: FiguresStateRow
  report_figures_stale: { id: number; day: string }
}

export interface DayFiguresRow {
  day: string
  agency: string
  commune_system: string
  commune_code: string
  category: string
  received: number
  answered: number
  on_time: number
  late: number
  extended: number
  reopened: number
  rated: number
  satisfied: number
}

export interface FiguresStateRow {
  only_row: boolean
  counted_at: Temporal.Instant
  through_day: string
}
