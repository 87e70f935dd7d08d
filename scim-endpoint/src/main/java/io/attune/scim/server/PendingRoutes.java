package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.imports.ImportEngine;
import io.attune.imports.ImportJson;
import io.attune.plan.PendingRecord.Kind;
import io.attune.store.StoredImport;
import io.attune.workspace.WaitingJson;
import io.attune.workspace.WaitingRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /pending}: what waits for a person, and what a person chooses. */
final class PendingRoutes {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ImportEngine engine;

  PendingRoutes(ImportEngine engine) {
    this.engine = engine;
  }

  ScimReply answer(ScimRequest request) throws IOException {
    return switch (request.method()) {
      case "GET" -> list(request.query());
      case "POST" -> choose(request);
      default -> throw Refusal.method("GET, POST");
    };
  }

  private ScimReply list(Map<String, String> query) throws IOException {
    String asked = query.get("app");
    List<String> apps = asked == null ? engine.workspace().apps() : List.of(asked);
    List<ObjectNode> all = new ArrayList<>();
    for (String app : apps) {
      for (WaitingRecord waiting : engine.pending().waiting(app)) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("app", app);
        all.add(line.setAll((ObjectNode) MAPPER.readTree(WaitingJson.of(waiting))));
      }
    }
    int start = RequestFields.number(query, "startIndex", 1, 1, Integer.MAX_VALUE);
    int count = RequestFields.number(query, "count", 100, 0, RequestFields.MOST_RESULTS);
    ArrayNode page = JsonNodeFactory.instance.arrayNode();
    all.stream().skip(start - 1L).limit(count).forEach(page::add);
    return PlainReply.of(200, ImportRoutes.page("pending", page, all.size(), start));
  }

  private ScimReply choose(ScimRequest request) throws IOException {
    RequestFields body =
        new RequestFields(BodyGate.object(request.body()), "app", "record", "choice");
    String app = body.text("app");
    String record = body.text("record");
    Kind kind = null;
    String user = null;
    JsonNode choice = body.get("choice");
    if (choice instanceof ObjectNode object) {
      RequestFields fields = new RequestFields(object, "kind", "userId");
      kind = kind(fields.text("kind"));
      user = kind == Kind.USER ? fields.text("userId") : null;
    } else if (!choice.isNull()) {
      throw RequestFields.wrong("choice", "`choice` must be an object or null", "");
    }
    Optional<StoredImport> run = engine.pending().choose(app, record, kind, user, request.actor());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("app", app);
    answer.put("record", record);
    answer.set("choice", choice);
    run.ifPresent(each -> answer.set("import", ImportJson.of(each)));
    return PlainReply.of(200, answer);
  }

  private static @Nullable Kind kind(String name) {
    Kind kind = RequestFields.constant("choice.kind", name, EnumSet.allOf(Kind.class));
    if (kind == Kind.NOT_USER) {
      throw RequestFields.wrong("choice.kind", "`attune unlink` bans a person", "");
    }
    return kind;
  }
}
