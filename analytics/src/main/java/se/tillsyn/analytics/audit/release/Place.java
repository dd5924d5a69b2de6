package se.tillsyn.analytics.audit.release;

/**
 * Codes of a cell within a block, those of remainders included.
 *
 * @param region code
 * @param ageGroup code or total
 * @param operationType code or total
 * @param period year or quarter
 */
record Place(String region, String ageGroup, String operationType, String period) {}
