package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.imports.ImportEngine;
import io.attune.imports.ImportJson;
import io.attune.imports.ImportRefusal;
import io.attune.imports.ImportRefusal.Kind;
import io.attune.plan.ImportMode;
import io.attune.store.ImportSource;
import io.attune.store.ImportStatus;
import io.attune.store.ImportWanted;
import io.attune.store.StoredImport;
import io.attune.workspace.InputErrors;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /imports} and {@code /pending}: what the engine does with what arrives, and what a person
 * decides about it. Plain JSON. Source: {@code docs/scim-endpoint.md}.
 */
public final class ImportRoutes implements ScimService {
  private static final Pattern PATH =
      Pattern.compile("/(?:(imports)(?:/(\\d{1,18})(?:/(plan|approve|cancel))?)?|pending)/?");
  private static final Pattern OURS = Pattern.compile("/(?:imports|pending)(?:/.*)?");

  /**
   * Where an import that is asked for may take its records from; writes of clients ask for none.
   */
  private static final Set<ImportSource> ASKED = EnumSet.of(ImportSource.SCIM, ImportSource.STORE);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ImportEngine engine;
  private final PendingRoutes pending;
  private final InstantSource clock;

  /** Over a running engine. */
  public ImportRoutes(ImportEngine engine, InstantSource clock) {
    this.engine = engine;
    this.pending = new PendingRoutes(engine);
    this.clock = clock;
  }

  /** Whether a path is one of these, whatever is there. */
  static boolean are(String path) {
    return OURS.matcher(path).matches();
  }

  @Override
  public ScimReply answer(ScimRequest request) {
    try {
      return route(request);
    } catch (ImportRefusal e) {
      return PlainReply.of(e);
    } catch (InputErrors e) {
      return PlainReply.of(ImportRefusal.of(e));
    } catch (Refusal e) {
      return PlainReply.of(e);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private ScimReply route(ScimRequest request) throws IOException {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      throw Refusal.of(404, null, "there is nothing here");
    }
    if (path.group(1) == null) {
      return pending.answer(request);
    }
    if (path.group(2) == null) {
      return switch (request.method()) {
        case "GET" -> list(request.query());
        case "POST" -> submit(request);
        default -> throw Refusal.method("GET, POST");
      };
    }
    long id = Long.parseLong(path.group(2));
    return one(request, id, path.group(3));
  }

  private ScimReply one(ScimRequest request, long id, @Nullable String part) throws IOException {
    if (part == null || part.equals("plan")) {
      if (!request.method().equals("GET")) {
        throw Refusal.method("GET");
      }
      return part == null
          ? PlainReply.of(200, ImportJson.of(engine.find(id)))
          : new ScimReply(200, Map.of("Content-Type", "application/jsonl"), engine.plan(id));
    }
    if (!request.method().equals("POST")) {
      throw Refusal.method("POST");
    }
    return PlainReply.of(200, ImportJson.of(decide(request, id, part)));
  }

  private StoredImport decide(ScimRequest request, long id, String part) throws IOException {
    if (part.equals("cancel")) {
      return engine.cancel(id, request.actor());
    }
    RequestFields body =
        new RequestFields(BodyGate.object(request.body()), "sha256", "unassignments");
    return engine.approve(id, body.text("sha256"), body.number("unassignments"), request.actor());
  }

  private ScimReply list(Map<String, String> query) {
    ImportWanted wanted =
        new ImportWanted(
            query.get("app"),
            RequestFields.constant(
                "status", query.get("status"), EnumSet.allOf(ImportStatus.class)),
            query.get("record"),
            query.get("sha256"));
    int start = RequestFields.number(query, "startIndex", 1, 1, Integer.MAX_VALUE);
    int count = RequestFields.number(query, "count", 100, 0, RequestFields.MOST_RESULTS);
    ArrayNode page = JsonNodeFactory.instance.arrayNode();
    engine.newest(wanted, start - 1L, count).forEach(run -> page.add(ImportJson.of(run)));
    return PlainReply.of(200, page("imports", page, engine.count(wanted), start));
  }

  /** A page, as SCIM counts: from 1. */
  static ObjectNode page(String name, ArrayNode page, long total, int start) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("totalResults", total);
    body.put("startIndex", start);
    body.put("itemsPerPage", page.size());
    body.set(name, page);
    return body;
  }

  private ScimReply submit(ScimRequest request) {
    RequestFields body =
        new RequestFields(
            BodyGate.object(request.body()), "app", "source", "records", "mode", "apply");
    String app = body.text("app");
    engine.check(engine.workspace(), app);
    ImportSource source = RequestFields.constant("source", body.text("source"), ASKED);
    if (source == null) {
      throw RequestFields.wrong("source", "`source` is `scim` or `store`", "");
    }
    StoredImport asked =
        StoredImport.asked(
            app,
            source,
            mode(body, source).name(),
            body.flag("apply", false),
            source == ImportSource.SCIM ? records(body).toString() : null,
            clock.millis());
    if (source == ImportSource.STORE && !body.get("records").isMissingNode()) {
      throw RequestFields.wrong("records", "the records of this source are stored already", "");
    }
    StoredImport run = engine.submit(asked, request.actor(), PATIENCE);
    ScimReply reply =
        PlainReply.of(run.status() == ImportStatus.QUEUED ? 202 : 201, ImportJson.of(run));
    return reply.with("Location", request.baseUrl() + "/imports/" + run.id());
  }

  /** Records that are sent are changes, unless they are said to be all; the store has all. */
  private static ImportMode mode(RequestFields body, ImportSource source) {
    if (source == ImportSource.STORE) {
      if (!body.get("mode").isMissingNode() && !body.text("mode").equals("FULL")) {
        throw RequestFields.wrong("mode", "the store is all of an app: `FULL`", "");
      }
      return ImportMode.FULL;
    }
    ImportMode mode =
        RequestFields.constant(
            "mode",
            body.get("mode").isMissingNode() ? null : body.text("mode"),
            EnumSet.allOf(ImportMode.class));
    return mode == null ? ImportMode.INCREMENTAL : mode;
  }

  private static JsonNode records(RequestFields body) {
    JsonNode records = body.get("records");
    if (!records.isArray() || records.isEmpty()) {
      throw ImportRefusal.of(
          Kind.WRONG, "records", "`records` must be a list of records", "SCIM or flat objects");
    }
    for (JsonNode record : records) {
      if (!record.isObject()) {
        throw RequestFields.wrong("records", "a record is an object", "");
      }
    }
    return records;
  }

  /** What the server answers where no workspace is served. */
  static ScimReply none() {
    return PlainReply.of(
        ImportRefusal.of(
            Kind.UNKNOWN, "--import", "no workspace is served", "start with --import WORKSPACE"));
  }
}
