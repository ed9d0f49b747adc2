/** The code system of the communes since 1 July 2025; a commune's code is never kept without it. */
export const presentCodeSystem = 'gso-2025-07'
