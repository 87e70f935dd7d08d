package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.imports.ImportJson;
import io.attune.imports.ImportRefusal;
import io.attune.imports.ImportRefusal.Fault;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers of the service that are no SCIM: plain JSON, errors as where, what and hint. */
final class PlainReply {
  static final String JSON = "application/json;charset=utf-8";

  private PlainReply() {}

  static ScimReply of(int status, JsonNode body) {
    return new ScimReply(status, Map.of("Content-Type", JSON), body.toString());
  }

  /** What the engine refuses. */
  static ScimReply of(ImportRefusal refusal) {
    int status =
        switch (refusal.kind()) {
          case UNKNOWN -> 404;
          case WRONG -> 400;
          case CONFLICT -> 409;
        };
    return of(status, errors(refusal.faults()));
  }

  /** What is refused before the engine sees it. */
  static ScimReply of(Refusal refusal) {
    Fault fault = new Fault("request", String.valueOf(refusal.getMessage()), "");
    Map<String, String> headers = new TreeMap<>(refusal.reply().headers());
    headers.put("Content-Type", JSON);
    return new ScimReply(refusal.reply().status(), headers, errors(List.of(fault)).toString());
  }

  private static ObjectNode errors(List<Fault> faults) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("errors", ImportJson.errors(faults));
    return body;
  }
}
