package otklik.sla.deadline;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the clocks.
 *
 * @param applicationId consumer group, prefix of changelog topics and of transactional ids: never change it once released
 * @param stateDir where RocksDB keeps the stores; a cache of the changelog topics, one folder per process
 * @param threads stream threads; more than the source has partitions are idle
 * @param tick how often the clock is looked at; half of it is the usual lateness
 * @param batch clocks looked at in one tick and partition at most, so that a herd after a downtime does not block the thread
 * @param commit how often a transaction is committed; half of it is added to the lateness that others see
 * @param standbys copies of the state on other instances; 1 where there are several
 * @param replicas of the changelog topics
 * @param sessionTimeout after a kill, how long until another instance takes over
 * @param transactionTimeout after a kill, how long the transaction it left open may hide what others tell; longer than any tick
 * @param advertised host and port under which other instances find this one's HTTP
 * @param keepEnded how long the clocks of an incident at its end are kept; a fact that comes later is a dead letter
 * @param countEvery how often the open deadlines are counted for the gauge
 */
@ConfigurationProperties("otklik.sla")
record DeadlineSettings(
        @DefaultValue("otklik-sla-timer") String applicationId,
        @DefaultValue(".otklik/sla-state") Path stateDir,
        @DefaultValue("2") int threads,
        @DefaultValue("40ms") Duration tick,
        @DefaultValue("2000") int batch,
        @DefaultValue("50ms") Duration commit,
        @DefaultValue("0") int standbys,
        @DefaultValue("1") int replicas,
        @DefaultValue("8s") Duration sessionTimeout,
        @DefaultValue("10s") Duration transactionTimeout,
        @DefaultValue("30s") Duration countEvery,
        @DefaultValue("127.0.0.1:8083") String advertised,
        @DefaultValue("365d") Duration keepEnded) {}
