import { z } from 'zod'
import { pageInput } from '#platform/pure/page.ts'
import { readPhone } from './phone.ts'

const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()

export const phone = z
  .string()
  .max(30)
  .refine((text) => readPhone(text) !== null, 'field_phone')
  .meta({ description: 'A Vietnamese number, in any usual spelling', example: '0912 345 678' })
export const oneTimeCode = z
  .string()
  .max(12)
  .overwrite((text) => text.replaceAll(/\s/g, ''))
  .regex(/^\d{6}$/, 'field_six_digits')
const personName = z.string().max(160).overwrite(tidy).min(2).max(80)
const communeCode = z
  .string()
  .regex(/^\d{5}$/, 'field_not_in_list')
  .max(5)
const slug = z
  .string()
  .regex(/^[a-z0-9-]+$/, 'field_not_in_list')
  .max(60)
const email = z.email('field_email').max(200)
const newPassword = z.string().min(12).max(128)

export const sendPhoneCodeInput = z.strictObject({ phone })
export const signInByCodeInput = z.strictObject({ phone, code: oneTimeCode })
export const signInByPasswordInput = z.strictObject({ email, password: z.string().min(1).max(128) })
export const secondStepInput = z.strictObject({ code: z.string().min(6).max(20) })
export const updateProfileInput = z.strictObject({
  name: personName,
  commune: communeCode.optional(),
  language: z.enum(['vi', 'en']).optional(),
})
export type UpdateProfile = z.output<typeof updateProfileInput>

export const describeMeInput = z.strictObject({})
export const listSessionsInput = z.strictObject({ ...pageInput })
export const revokeSessionInput = z.strictObject({ id: z.uuid() })
export const removePasskeyInput = z.strictObject({ id: z.uuid() })
export const inviteOfficerInput = z.strictObject({ email, name: personName, agency: slug, role: slug })
export type InviteOfficer = z.output<typeof inviteOfficerInput>
export const acceptInvitationInput = z.strictObject({
  secret: z.string().min(20).max(100),
  password: newPassword,
})
export type AcceptInvitation = z.output<typeof acceptInvitationInput>
export const listOfficersInput = z.strictObject({ ...pageInput })
export const withdrawOfficerInput = z.strictObject({ personId: z.uuid() })
export const listOutboxInput = z.strictObject({ ...pageInput })
