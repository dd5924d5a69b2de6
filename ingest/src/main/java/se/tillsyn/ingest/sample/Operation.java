package se.tillsyn.ingest.sample;

/**
 * An operation that can be visited.
 *
 * @param number place in the register; key of its random streams
 * @param unitId pseudonymous key without meaning
 * @param type operation type (code)
 * @param region code of its municipality or county
 * @param county number of its county
 * @param atRisk whether it belongs to the fifth with higher true rates on planted topics
 * @param phase where in the rotation it stands, in [0, 1)
 */
record Operation(
        int number,
        String unitId,
        String type,
        Setting setting,
        String region,
        int county,
        boolean atRisk,
        double phase) {}
