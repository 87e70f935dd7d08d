package io.attune.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.Target;
import io.attune.plan.Sha256;
import io.attune.plan.json.PlanFile;
import io.attune.plan.json.TimeText;
import io.attune.sourcing.UserStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does to the lines of the workspace's files. Source: formats, Apply.
 *
 * <p>Lines are edited as JSON objects, so that fields we do not know stay as they are.
 */
final class PlanEffects {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String app;
  private final boolean appIsSource;
  private final String time;
  private final Sha256 hash;
  private final Map<String, PlannedChange> byUser = new HashMap<>();
  private final Map<String, PlannedChange> byExternalId = new TreeMap<>(Bytes.ORDER);
  private final Set<String> settled = new HashSet<>();
  private final Set<String> deactivated = new HashSet<>();

  PlanEffects(PlanFile plan, boolean appIsSource) {
    this.app = plan.run().app();
    this.appIsSource = appIsSource;
    this.time = TimeText.of(plan.run().time());
    this.hash = plan.hash();
  }

  /** Takes a line of the plan; lines that change nothing are forgotten at once. */
  void add(PlannedChange line) {
    String externalId = line.externalId();
    boolean leftAlone = line.outcome() == Outcome.ERROR || line.outcome() == Outcome.HELD;
    if (externalId == null || leftAlone) {
      return;
    }
    if (line.outcome() == Outcome.UNCHANGED) {
      settled.add(externalId);
      return;
    }
    byExternalId.put(externalId, line);
    String user = line.userId();
    boolean writes =
        switch (line.outcome()) {
          case UPDATE, LINK, REMOVED -> true;
          default -> false;
        };
    if (user != null && writes) {
      byUser.put(user, line);
      boolean goes = line.status() != null && line.status().to() == UserStatus.DEPROVISIONED;
      if (goes) {
        deactivated.add(user);
      }
    }
  }

  private Map<String, PlannedChange> created() {
    Map<String, PlannedChange> created = new TreeMap<>(Bytes.ORDER);
    byExternalId.forEach(
        (externalId, line) -> {
          if (line.outcome() == Outcome.CREATE) {
            created.put(externalId, line);
          }
        });
    return created;
  }

  /** Edits of {@code users.jsonl}. */
  LineRewriter.Edits users() {
    return new LineRewriter.Edits() {
      @Override
      public boolean concerns(String key) {
        PlannedChange line = byUser.get(key);
        return line != null
            && (line.status() != null
                || line.changes().stream().anyMatch(value -> value.on() == Target.USER));
      }

      @Override
      public @Nullable ObjectNode edit(String key, ObjectNode user) {
        PlannedChange line = Objects.requireNonNull(byUser.get(key));
        writeUser(line, user);
        return user;
      }

      @Override
      public void append(LineRewriter.Sink sink) {
        created()
            .forEach(
                (externalId, line) -> {
                  ObjectNode user = NODES.objectNode();
                  user.put("id", UserIds.of(app, externalId, hash));
                  user.put("status", "STAGED");
                  user.put("created", time);
                  user.put("lastUpdated", time);
                  writeUser(line, user);
                  sink.write(user);
                });
      }
    };
  }

  private void writeUser(PlannedChange line, ObjectNode user) {
    if (line.status() != null) {
      user.put("status", line.status().to().name());
    }
    user.put("lastUpdated", time);
    writeProfile(line, Target.USER, user);
  }

  private static void writeProfile(PlannedChange line, Target target, ObjectNode row) {
    ObjectNode profile = row.withObjectProperty("profile");
    for (PlannedValue value : line.changes()) {
      if (value.on() != target) {
        continue;
      }
      if (value.to() == null) {
        profile.remove(value.attribute());
      } else {
        profile.set(value.attribute(), MAPPER.valueToTree(value.to()));
      }
    }
  }

  /** Edits of the importing app's {@code app-users.jsonl}. */
  LineRewriter.Edits appUsers() {
    Set<String> seen = new HashSet<>();
    return new LineRewriter.Edits() {
      @Override
      public boolean concerns(String key) {
        return byUser.containsKey(key);
      }

      @Override
      public @Nullable ObjectNode edit(String key, ObjectNode row) {
        seen.add(key);
        PlannedChange line = Objects.requireNonNull(byUser.get(key));
        if (line.outcome() == Outcome.LINK) {
          row.put("externalId", line.externalId());
          row.put("status", "ACTIVE");
          row.put("syncState", syncState());
        } else if (line.link() != null) {
          row.put("status", line.link().to().name());
        }
        boolean says = line.changes().stream().anyMatch(value -> value.on() == Target.APP_USER);
        if (says) {
          writeProfile(line, Target.APP_USER, row);
          keepUserName(row);
        }
        if (says || line.outcome() == Outcome.LINK || line.link() != null) {
          row.put("lastUpdated", time);
          return row;
        }
        return null;
      }

      @Override
      public void append(LineRewriter.Sink sink) {
        byExternalId.forEach(
            (externalId, line) -> {
              if (line.outcome() == Outcome.CREATE) {
                sink.write(row(UserIds.of(app, externalId, hash), externalId, line));
              } else if (line.outcome() == Outcome.LINK && !seen.contains(line.userId())) {
                sink.write(row(String.valueOf(line.userId()), externalId, line));
              }
            });
      }
    };
  }

  private String syncState() {
    return appIsSource ? "SYNCHRONIZED" : "DISABLED";
  }

  private ObjectNode row(String id, String externalId, PlannedChange line) {
    ObjectNode row = NODES.objectNode();
    row.put("id", id);
    row.put("externalId", externalId);
    row.put("created", time);
    row.put("lastUpdated", time);
    row.put("scope", "USER");
    row.put("status", "ACTIVE");
    row.put("syncState", syncState());
    row.putObject("credentials");
    writeProfile(line, Target.APP_USER, row);
    keepUserName(row);
    return row;
  }

  /** {@code credentials.userName} is the record's userName, kept in step. */
  private static void keepUserName(ObjectNode row) {
    String userName = row.path("profile").path("userName").textValue();
    if (userName != null) {
      row.withObjectProperty("credentials").put("userName", userName);
    }
  }

  /** Whether any person loses every other app, too. */
  boolean touchesOtherApps() {
    return !deactivated.isEmpty();
  }

  /** Edits of the {@code app-users.jsonl} of every other app: who is deactivated loses it. */
  LineRewriter.Edits otherAppUsers() {
    return new LineRewriter.Edits() {
      @Override
      public boolean concerns(String key) {
        return deactivated.contains(key);
      }

      @Override
      public @Nullable ObjectNode edit(String key, ObjectNode row) {
        String status = row.path("status").asText();
        if (!status.equals("ACTIVE") && !status.equals("PROVISIONED")) {
          return null;
        }
        row.put("status", "DEPROVISIONED");
        row.put("lastUpdated", time);
        return row;
      }

      @Override
      public void append(LineRewriter.Sink sink) {
        // Nobody gains another app by an import.
      }
    };
  }

  /** Edits of the importing app's {@code pending.jsonl}. */
  LineRewriter.Edits pending() {
    Set<String> seen = new HashSet<>();
    return new LineRewriter.Edits() {
      @Override
      public boolean concerns(String key) {
        return byExternalId.containsKey(key) || settled.contains(key);
      }

      @Override
      public @Nullable ObjectNode edit(String key, ObjectNode row) {
        seen.add(key);
        PlannedChange line = byExternalId.get(key);
        if (line != null && line.outcome() == Outcome.IGNORED) {
          return null;
        }
        if (line == null || !line.outcome().isPending()) {
          row.removeAll();
          return row;
        }
        return pendingRow(line, row);
      }

      @Override
      public void append(LineRewriter.Sink sink) {
        byExternalId.forEach(
            (externalId, line) -> {
              if (line.outcome().isPending() && !seen.contains(externalId)) {
                ObjectNode row = NODES.objectNode();
                row.put("externalId", externalId);
                sink.write(Objects.requireNonNull(pendingRow(line, row)));
              }
            });
      }
    };
  }

  private @Nullable ObjectNode pendingRow(PlannedChange line, ObjectNode before) {
    ObjectNode row = NODES.objectNode();
    row.put("externalId", line.externalId());
    row.put("outcome", line.outcome().name());
    ObjectNode match = row.putObject("match");
    if (line.match() != null) {
      match.put("kind", line.match().kind().name());
      line.match().by().forEach(match.withArrayProperty("by")::add);
      line.match().candidates().forEach(match.withArrayProperty("candidates")::add);
      if (line.match().candidateCount() > 0) {
        match.put("candidateCount", line.match().candidateCount());
      }
      if (line.match().reason() != null) {
        match.put("reason", line.match().reason().name());
      }
    }
    row.putObject("profile");
    writeProfile(line, Target.APP_USER, row);
    row.set("choice", choice(before));
    row.put("since", before.path("since").isTextual() ? before.path("since").asText() : time);
    return row.equals(before) ? null : row;
  }

  /** A choice stays; one of the exact match keeps whom it meant, since the match is replaced. */
  private static JsonNode choice(ObjectNode before) {
    JsonNode choice = before.path("choice");
    JsonNode match = before.path("match");
    boolean open =
        choice.path("kind").asText().equals("EXACT") && !choice.path("userId").isTextual();
    if (choice instanceof ObjectNode object
        && open
        && match.path("kind").asText().equals("EXACT")
        && match.path("candidates").size() == 1) {
      return object.deepCopy().set("userId", match.path("candidates").get(0));
    }
    return choice.isMissingNode() ? NODES.nullNode() : choice;
  }
}
