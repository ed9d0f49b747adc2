import type { EndpointRow } from '#platform/endpoint.ts'
import { endpoint } from '#platform/endpoint.ts'
import { decideBatch } from './decide-batch.ts'
import { findBatch } from './find-batch.ts'
import { listBatches } from './list-batches.ts'
import { listFilters } from './list-filters.ts'
import { makeBatch } from './make-batch.ts'
import { previewBatch } from './preview-batch.ts'
import { removeFilter } from './remove-filter.ts'
import * as batches from './rules/batches.ts'
import { saveFilter } from './save-filter.ts'
import { undoBatch } from './undo-batch.ts'

const who = 'signed-in'

/** Saved filters of the queue, and moves made on several reports at once. */
export const batchEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/desk/filters',
    summary: 'My saved filters and those of my agency, with their counts',
    who,
    input: batches.listFiltersInput,
    output: batches.savedFilters,
    run: listFilters,
  }),
  endpoint({
    method: 'POST',
    path: '/desk/filters',
    summary: 'Save a filter of the queue under a name',
    who,
    input: batches.saveFilterInput,
    output: batches.savedFilterView,
    status: 201,
    run: saveFilter,
  }),
  endpoint({
    method: 'DELETE',
    path: '/desk/filters/{id}',
    summary: 'Take away a saved filter of mine',
    who,
    input: batches.removeFilterInput,
    output: batches.removedFilter,
    run: removeFilter,
  }),
  endpoint({
    method: 'GET',
    path: '/desk/batches/preview',
    summary: 'What a move would do to each of several reports',
    who,
    input: batches.previewBatchInput,
    output: batches.batchPreview,
    run: previewBatch,
  }),
  endpoint({
    method: 'GET',
    path: '/desk/batches',
    summary: 'Moves my agency made on several reports at once',
    who,
    input: batches.listBatchesInput,
    output: batches.batchesView,
    run: listBatches,
  }),
  endpoint({
    method: 'POST',
    path: '/desk/batches',
    summary: 'Move several reports; to end them a second person decides',
    who,
    input: batches.makeBatchInput,
    output: batches.batchView,
    status: 201,
    run: makeBatch,
  }),
  endpoint({
    method: 'GET',
    path: '/desk/batches/{id}',
    summary: 'What became of each report of a batch',
    who,
    input: batches.findBatchInput,
    output: batches.batchView,
    run: findBatch,
  }),
  endpoint({
    method: 'POST',
    path: '/desk/batches/{id}/decision',
    summary: 'Let a batch that ends reports go, or decline it',
    who,
    input: batches.decideBatchInput,
    output: batches.batchView,
    run: decideBatch,
  }),
  endpoint({
    method: 'POST',
    path: '/desk/batches/{id}/undo',
    summary: 'Take a batch back within some minutes',
    who,
    input: batches.undoBatchInput,
    output: batches.batchView,
    run: undoBatch,
  }),
]
