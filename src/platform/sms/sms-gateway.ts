/** A short message to one phone. */
export interface Sms {
  /** E.164, as `+84912345678`. */
  readonly to: string
  readonly text: string
}

/** Whatever carries short messages: the demo's outbox, or an operator's HTTP gateway. */
export interface SmsGateway {
  readonly name: string
  send(message: Sms): Promise<void>
}
