package io.attune.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.DirectorySnapshot;
import io.attune.plan.PersonSources;
import io.attune.plan.SourceMappings;
import io.attune.sourcing.AttributeOwner;
import io.attune.workspace.DirectoryFiles;
import io.attune.workspace.Folder;
import io.attune.workspace.SourceConfiguration;
import io.attune.workspace.Workspace;
import io.attune.workspace.WorkspaceApply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attune sources}: whose every attribute of one person is, and why. */
@Command(
    name = "sources",
    description = "Tells whose every attribute of one person is, and who was passed over.")
final class SourcesCommand implements Callable<Integer> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Streams streams;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(
      names = "--user",
      required = true,
      paramLabel = "LOGIN",
      description = "The person, by login or id.")
  private String user = "";

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the answer.")
  private ImportCommand.Format format = ImportCommand.Format.TEXT;

  SourcesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    WorkspaceApply.recover(Folder.open(workspacePath));
    Workspace workspace = Workspace.read(workspacePath);
    SourceMappings sources =
        SourceConfiguration.of(workspace, Instant.ofEpochMilli(System.currentTimeMillis()));
    DirectorySnapshot directory = DirectoryFiles.read(workspace);
    int person = Person.find(workspace, directory, user);
    PersonSources owners = PersonSources.of(sources, directory, person);
    if (format == ImportCommand.Format.JSON) {
      streams.out().println(json(directory.id(person), owners));
    } else {
      text(directory.id(person), owners);
    }
    return Attune.DONE;
  }

  private void text(String id, PersonSources person) {
    streams
        .out()
        .println(id + ": the profile source is " + OwnerText.named(person.profileSource()));
    for (Map.Entry<String, AttributeOwner> each : person.owners().entrySet()) {
      AttributeOwner owner = each.getValue();
      streams
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "  %-20s %-16s %s",
                  each.getKey(),
                  OwnerText.named(owner.app()),
                  OwnerText.why(owner)));
    }
  }

  private static String json(String id, PersonSources person) throws IOException {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("userId", id);
    json.put("profileSource", person.profileSource());
    ArrayNode attributes = json.putArray("attributes");
    person.owners().forEach((name, owner) -> attribute(attributes.addObject(), name, owner));
    return MAPPER.writeValueAsString(json);
  }

  private static void attribute(ObjectNode json, String name, AttributeOwner owner) {
    json.put("attribute", name);
    OwnerText.json(json, owner);
  }
}
