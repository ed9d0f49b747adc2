/** The tables of people. */
export interface PeopleTables {
  people: PersonRow
  sessions: SessionRow
  accounts: AccountRow
  second_factors: SecondFactorRow
  passkeys: PasskeyRow
  phone_codes: PhoneCodeRow
  roles: RoleRow
  officers: OfficerRow
  invitations: InvitationRow
  sms_outbox: SmsOutboxRow
}

export interface PersonRow {
  id: string
  name: string
  email: string
  email_verified: boolean
  phone: string | null
  phone_verified: boolean
  two_factor_enabled: boolean
  commune_code: string | null
  commune_system: string | null
  language: 'vi' | 'en'
  created_at: Temporal.Instant
  updated_at: Temporal.Instant
}

export interface SessionRow {
  id: string
  person_id: string
  token: string
  expires_at: Temporal.Instant
  ip_address: string | null
  user_agent: string | null
  two_steps: boolean
  created_at: Temporal.Instant
  updated_at: Temporal.Instant
}

export interface AccountRow {
  id: string
  person_id: string
  provider: string
  subject: string
  password: string | null
  created_at: Temporal.Instant
  updated_at: Temporal.Instant
}

export interface SecondFactorRow {
  id: string
  person_id: string
  secret: string
  backup_codes: string
  verified: boolean | null
}

export interface PasskeyRow {
  id: string
  person_id: string
  name: string | null
  created_at: Temporal.Instant | null
}

export interface PhoneCodeRow {
  id: string
  phone: string
  code_hash: Buffer
  expires_at: Temporal.Instant
  created_at: Temporal.Instant
}

export interface RoleRow {
  code: string
  vi: string
  en: string
  permissions: string[]
  position: number
}

export interface OfficerRow {
  person_id: string
  agency: string
  role: string
  added_at: Temporal.Instant
  withdrawn_at: Temporal.Instant | null
}

export interface InvitationRow {
  id: string
  email: string
  name: string
  agency: string
  role: string
  secret_hash: Buffer
  invited_by: string | null
  expires_at: Temporal.Instant
  used_at: Temporal.Instant | null
  created_at: Temporal.Instant
}

export interface SmsOutboxRow {
  id: string
  recipient: string
  body: string
  created_at: Temporal.Instant
}
