package io.attune.scim.server;

import io.attune.store.Database;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What the service counts, in the form that Prometheus reads. Labels hold templates, no values. */
final class ServiceMetrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Answer, Timer> timers = new ConcurrentHashMap<>();

  /** What answers are counted by. */
  private record Answer(String route, String method, int status) {}

  /** Over the store that is served. */
  ServiceMetrics(Database database) {
    FunctionCounter.builder("attune.store.commits", database, Database::commits)
        .description("transactions that were made durable")
        .register(registry);
    FunctionCounter.builder("attune.store.writes", database, Database::writes)
        .description("writes in those transactions")
        .register(registry);
    Gauge.builder("attune.store.queue", database, Database::queued)
        .description("writes that wait to be made durable")
        .register(registry);
    registry.counter("attune.rate.limited");
    registry.counter("attune.authentication.failures");
  }

  /** Counts an answer. */
  void answered(String route, String method, int status, long nanos) {
    timers
        .computeIfAbsent(new Answer(route, method, status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
    if (status == 429) {
      registry.counter("attune.rate.limited").increment();
    }
    if (status == 401) {
      registry.counter("attune.authentication.failures").increment();
    }
  }

  private Timer timer(Answer answer) {
    return Timer.builder("attune.http.requests")
        .description("requests, and how long they took")
        .tag("route", answer.route())
        .tag("method", answer.method())
        .tag("status", Integer.toString(answer.status()))
        .serviceLevelObjectives(
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(25),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(5))
        .register(registry);
  }

  /** Everything, as text. */
  String text() {
    return registry.scrape();
  }
}
