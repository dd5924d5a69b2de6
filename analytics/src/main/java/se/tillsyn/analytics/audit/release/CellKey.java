package se.tillsyn.analytics.audit.release;

/**
 * Codes of a cell.
 *
 * @param topic code
 * @param region code
 * @param period year, or year and quarter
 * @param ageGroup code or total
 * @param operationType code or total
 */
record CellKey(String topic, String region, String period, String ageGroup, String operationType) {}
