package se.tillsyn.web.release;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Health of what is served: DOWN without a release, ALARM when another release than the one {@code CURRENT} names is
 * served. ALARM answers 200, since the pages are whole and a load balancer must not take them away.
 */
@Component("release")
final class ReleaseHealth implements HealthIndicator {

    static final Status ALARM = new Status("ALARM");

    private final ReleaseCatalogue releases;

    ReleaseHealth(ReleaseCatalogue releases) {
        this.releases = releases;
    }

    @Override
    public Health health() {
        Health.Builder health = releases.served()
                .map(served -> releases.alarm().isPresent() ? Health.status(ALARM) : Health.up())
                .orElseGet(Health::down);
        releases.served().ifPresent(served -> health.withDetail("release", served.id()));
        releases.alarm().ifPresent(alarm -> health.withDetail("alarm", alarm));
        return health.build();
    }
}
