import { expect, it } from 'vitest'
import { confirmationMail } from '../../../../server/domain/alerts/confirmation.js'
import { wordsOfHtml, wordsOfText } from '../../../builders/mail-words.js'

const mail = (alertName = 'Needs for Harelaw') =>
  confirmationMail({
    alertName,
    cadence: 'weekly',
    ceiling: 5,
    hub: { name: 'Made hub', postalAddress: '1 Example Street, Durham', demonstration: false },
    base: 'https://wellmet.example',
    confirmToken: 'AAAAAAAAAAAAAAAAAAAAAA',
    stopToken: 'BBBBBBBBBBBBBBBBBBBBBB',
  })

it('asks one question, in both parts with the same words', () => {
  const { subject, text, html } = mail()
  expect(subject).toBe('Do you want this alert? Needs for Harelaw')
  const [plain, rich] = [wordsOfText(text), wordsOfHtml(html)]
  expect(rich.words).toEqual(plain.words)
  expect(rich.addresses).toEqual(plain.addresses)
  expect(plain.addresses).toEqual([
    'https://wellmet.example/s/AAAAAAAAAAAAAAAAAAAAAA',
    'https://wellmet.example/u/BBBBBBBBBBBBBBBBBBBBBB',
  ])
})

it('carries a name that somebody else chose as one plain line', () => {
  const { subject, html } = mail('Free\r\nBcc: x@made.example <a href="//x.example">money</a>')
  expect(subject).toBe('Do you want this alert? Free Bcc: x@made.example <a href="//x.example">money</a>')
  expect(html).not.toContain('href="//x.example"')
})
