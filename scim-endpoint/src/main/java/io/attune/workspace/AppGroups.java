package io.attune.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.json.ProblemCode;
import io.attune.json.Surrogates;
import io.attune.plan.AppGroup;
import io.attune.plan.DirectorySnapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The groups of {@code groups.jsonl} that an app's imports brought: {@code "type":"APP_GROUP"} with
 * its id or name as {@code source.id}. Every other group is left alone. Source: Okta Groups API.
 */
final class AppGroups {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private AppGroups() {}

  /** Adds them to the snapshot; what is wrong with them is noted. */
  static void read(Workspace workspace, String app, DirectorySnapshot snapshot) {
    LineReader lines = new LineReader(workspace.folder(), "groups.jsonl", workspace.findings());
    Set<String> seen = new HashSet<>();
    lines.forEach(
        parser -> {
          JsonNode group = MAPPER.readTree(parser);
          String source = group.path("source").path("id").asText();
          boolean ours = source.equals(app) || source.equals(workspace.sourceId(app));
          if (group.path("type").asText().equals("APP_GROUP") && ours) {
            read(group, lines, seen, snapshot);
          }
        });
  }

  private static void read(
      JsonNode group, LineReader lines, Set<String> seen, DirectorySnapshot snapshot) {
    String id = group.path("id").textValue();
    String externalId = group.path("externalId").textValue();
    if (id == null || externalId == null) {
      lines.error(ProblemCode.MISSING_KEY, "the app group has no `id` or no `externalId`");
    } else if (!isWritable(group)) {
      lines.error(ProblemCode.WRONG_TYPE, "the app group holds half of a surrogate pair");
    } else if (!seen.add(externalId)) {
      lines.error(
          ProblemCode.DUPLICATE_KEY, "two app groups have the externalId `" + externalId + "`");
    } else {
      TreeSet<String> members = new TreeSet<>();
      group.path("members").forEach(each -> members.add(each.asText()));
      snapshot.addGroup(
          new AppGroup(
              id,
              externalId,
              group.path("profile").path("name").textValue(),
              group.path("profile").path("description").textValue(),
              members));
    }
  }

  private static boolean isWritable(JsonNode group) {
    boolean writable = true;
    for (String name : List.of("id", "externalId", "profile")) {
      writable &= Surrogates.arePaired(group.path(name).toString());
    }
    for (JsonNode member : group.path("members")) {
      writable &= Surrogates.arePaired(member.asText());
    }
    return writable;
  }
}
