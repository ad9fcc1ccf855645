interface Point {
  latitude: number | null
  longitude: number | null
}

const EARTH_MILES = 3958.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Straight miles between two places by the haversine formula, to one decimal; null where one of them is not known. */
export function milesBetween(a: Point, b: Point): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null
  const [latA, latB] = [radians(a.latitude), radians(b.latitude)]
  const across =
    Math.sin((latB - latA) / 2) ** 2 +
    Math.cos(latA) * Math.cos(latB) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  return Math.round(2 * EARTH_MILES * Math.asin(Math.sqrt(across)) * 10) / 10
}
