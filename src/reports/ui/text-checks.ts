/** What a form looks for in the words while they are typed. */
export { soundsLikeDanger } from '../rules/danger.ts'
export { holdsPersonal } from '../rules/mask-personal.ts'
