/** Days around the day that the demonstration is told from. All dates are YYYY-MM-DD. */
export interface Calendar {
  today: string
  /** The day so many days after (or, negative, before) today. */
  day(offset: number): string
  /** The first of the month so many months away. */
  monthStart(offset: number): string
  /** Day, month, year in register order: dd/mm/yyyy. */
  register(date: string): string
  /** A moment of a day as publishers write it, with the offset that holds in London. */
  moment(date: string, time?: string): string
}

export function createCalendar(today: string): Calendar {
  if (!/^\d{4}-\d\d-\d\d$/.test(today) || Number.isNaN(Date.parse(today)))
    throw new RangeError(`"${today}" is no date: write it as 2026-11-25.`)
  return {
    today,
    day: offset => addDays(today, offset),
    monthStart(offset) {
      const [year, month] = today.split('-').map(Number) as [number, number]
      return new Date(Date.UTC(year, month - 1 + offset, 1)).toISOString().slice(0, 10)
    },
    register: date => date.split('-').reverse().join('/'),
    moment: (date, time = '12:00:00') => `${date}T${time}${summerTime(date) ? '+01:00' : '+00:00'}`,
  }
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whether London keeps summer time on a day: from the last Sunday of March to the last of October. */
function summerTime(date: string): boolean {
  const year = Number(date.slice(0, 4))
  return date >= lastSunday(year, 3) && date < lastSunday(year, 10)
}

function lastSunday(year: number, month: number): string {
  const end = new Date(Date.UTC(year, month, 0))
  end.setUTCDate(end.getUTCDate() - end.getUTCDay())
  return end.toISOString().slice(0, 10)
}
