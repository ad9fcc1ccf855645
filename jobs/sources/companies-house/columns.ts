const range = (n: number, name: (i: number) => string[]): string[] =>
  Array.from({ length: n }, (_, i) => name(i + 1)).flat()

/** The 55 columns of the monthly snapshot, names trimmed: the publisher's own header has blanks before some of them. */
export const COLUMNS: readonly string[] = [
  'CompanyName',
  'CompanyNumber',
  'RegAddress.CareOf',
  'RegAddress.POBox',
  'RegAddress.AddressLine1',
  'RegAddress.AddressLine2',
  'RegAddress.PostTown',
  'RegAddress.County',
  'RegAddress.Country',
  'RegAddress.PostCode',
  'CompanyCategory',
  'CompanyStatus',
  'CountryOfOrigin',
  'DissolutionDate',
  'IncorporationDate',
  'Accounts.AccountRefDay',
  'Accounts.AccountRefMonth',
  'Accounts.NextDueDate',
  'Accounts.LastMadeUpDate',
  'Accounts.AccountCategory',
  'Returns.NextDueDate',
  'Returns.LastMadeUpDate',
  'Mortgages.NumMortCharges',
  'Mortgages.NumMortOutstanding',
  'Mortgages.NumMortPartSatisfied',
  'Mortgages.NumMortSatisfied',
  ...range(4, i => [`SICCode.SicText_${i}`]),
  'LimitedPartnerships.NumGenPartners',
  'LimitedPartnerships.NumLimPartners',
  'URI',
  ...range(10, i => [`PreviousName_${i}.CONDATE`, `PreviousName_${i}.CompanyName`]),
  'ConfStmtNextDueDate',
  'ConfStmtLastMadeUpDate',
]

/** Where a column stands. */
export const at = (name: string): number => COLUMNS.indexOf(name)
