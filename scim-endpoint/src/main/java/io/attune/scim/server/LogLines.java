package io.attune.scim.server;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.attune.imports.DefectText;
import java.util.Map;

/**
 * Writes the log, a JSON object a line. Of an exception that a library tells of only the kind and
 * the place of its first cause are written: the messages of a database repeat what was asked of it,
 * with names and whole bodies.
 */
public final class LogLines extends JsonEncoder {
  private static final int MOST_CAUSES = 20;

  @Override
  public byte[] encode(ILoggingEvent event) {
    return super.encode(
        event.getThrowableProxy() instanceof ThrowableProxy thrown
            ? withoutValues(event, thrown.getThrowable())
            : event);
  }

  private static ILoggingEvent withoutValues(ILoggingEvent event, Throwable thrown) {
    LoggingEvent bare = new LoggingEvent();
    bare.setTimeStamp(event.getTimeStamp());
    bare.setLevel(event.getLevel());
    bare.setThreadName(event.getThreadName());
    bare.setLoggerName(event.getLoggerName());
    bare.setMDCPropertyMap(Map.of());
    bare.setMessage("defect: " + DefectText.of(firstCause(thrown)));
    return bare;
  }

  private static Throwable firstCause(Throwable thrown) {
    Throwable first = thrown;
    for (int depth = 0; depth < MOST_CAUSES && first.getCause() != null; depth++) {
      first = first.getCause();
    }
    return first;
  }
}
