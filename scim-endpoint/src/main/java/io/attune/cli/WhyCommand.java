package io.attune.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.expression.Expression;
import io.attune.plan.DirectorySnapshot;
import io.attune.plan.MappingSettings;
import io.attune.plan.PersonSources;
import io.attune.plan.SourceMappings;
import io.attune.sourcing.AttributeOwner;
import io.attune.sourcing.NextChange;
import io.attune.workspace.DirectoryFiles;
import io.attune.workspace.Folder;
import io.attune.workspace.InputErrors;
import io.attune.workspace.Provenance;
import io.attune.workspace.Provenance.Written;
import io.attune.workspace.SourceConfiguration;
import io.attune.workspace.Workspace;
import io.attune.workspace.WorkspaceApply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attune why}: where a person's values came from, and what would change them. */
@Command(
    name = "why",
    description = "Tells where a person's values came from, who lost, and what would change them.")
final class WhyCommand implements Callable<Integer> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Streams streams;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(
      names = "--person",
      required = true,
      paramLabel = "LOGIN",
      description = "The person, by login or id.")
  private String person = "";

  @Option(names = "--attribute", paramLabel = "NAME", description = "Only this attribute.")
  private @Nullable String attribute;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the answer.")
  private ImportCommand.Format format = ImportCommand.Format.TEXT;

  WhyCommand(Streams streams) {
    this.streams = streams;
  }

  /**
   * Everything there is to say of one attribute.
   *
   * @param value as it is now
   * @param written by the last plan that wrote it, or null
   * @param owner whose it is now
   * @param mapping of the owner to it, or null
   */
  private record Answer(
      String attribute,
      @Nullable Object value,
      @Nullable Written written,
      AttributeOwner owner,
      @Nullable String mapping) {
    /** Whether somebody else changed the value after that plan. */
    boolean changedSince() {
      return written != null && !Objects.equals(value, written.value());
    }

    NextChange next() {
      return NextChange.of(owner, mapping != null);
    }
  }

  @Override
  public Integer call() throws IOException {
    Folder folder = Folder.open(workspacePath);
    WorkspaceApply.recover(folder);
    Workspace workspace = Workspace.read(workspacePath);
    if (attribute != null && workspace.userSchema().slot(attribute) < 0) {
      throw InputErrors.of(
          folder.shown("user-schema.json"), "users have no attribute `" + attribute + "`", "");
    }
    SourceMappings sources =
        SourceConfiguration.of(workspace, Instant.ofEpochMilli(System.currentTimeMillis()));
    DirectorySnapshot directory = DirectoryFiles.read(workspace);
    int number = Person.find(workspace, directory, person);
    PersonSources owners = PersonSources.of(sources, directory, number);
    Map<String, Written> written = Provenance.of(folder, directory.id(number));
    List<Answer> answers = new ArrayList<>();
    owners
        .owners()
        .forEach(
            (name, owner) -> {
              int slot = directory.userSchema().slot(name);
              Object value = directory.value(number, slot);
              boolean asked =
                  attribute == null
                      ? value != null || written.containsKey(name)
                      : name.equals(attribute);
              if (asked) {
                answers.add(
                    new Answer(
                        name, value, written.get(name), owner, mapping(sources, owner, slot)));
              }
            });
    if (format == ImportCommand.Format.JSON) {
      streams.out().println(json(directory.id(number), owners.profileSource(), answers));
    } else {
      streams
          .out()
          .println(
              directory.id(number)
                  + ": the profile source is "
                  + OwnerText.named(owners.profileSource()));
      answers.forEach(this::print);
    }
    return Attune.DONE;
  }

  private static @Nullable String mapping(SourceMappings sources, AttributeOwner owner, int slot) {
    MappingSettings settings = owner.app() == null ? null : sources.mappings().get(owner.app());
    Expression expression = settings == null ? null : settings.toOkta().expression(slot);
    return expression == null ? null : expression.text();
  }

  private void print(Answer answer) {
    Object value = answer.value();
    streams.out().println("  " + answer.attribute() + ": " + ShownText.value(value));
    streams.out().println("    from: " + from(answer));
    streams
        .out()
        .println(
            "    owner: "
                + OwnerText.named(answer.owner().app())
                + ", "
                + OwnerText.why(answer.owner()));
    streams.out().println("    would change it: " + next(answer));
  }

  private static String from(Answer answer) {
    Written written = answer.written();
    if (written == null) {
      return "no import that was applied here wrote it";
    }
    String plan =
        written.by()
            + " of "
            + written.source()
            + ", record "
            + ShownText.plain(written.externalId())
            + " ("
            + written.outcome()
            + ") in the import of "
            + written.plan().app()
            + " at "
            + written.plan().time()
            + ", plan "
            + written.plan().plan();
    return answer.changedSince() ? "changed outside of imports since " + plan : plan;
  }

  private static String next(Answer answer) {
    String owner = OwnerText.named(answer.owner().app());
    List<String> without = OwnerText.passedOver(answer.owner(), AttributeOwner.Reason.NO_VALUE);
    String other =
        without.isEmpty() ? "" : " of " + String.join(" or ", without) + " that has a value for it";
    return switch (answer.next()) {
      case IMPORT_OF_OWNER ->
          "an import of "
              + owner
              + " for which `"
              + answer.mapping()
              + "` gives another value"
              + (other.isEmpty() ? "" : ", or one" + other);
      case MAPPING_OF_OWNER ->
          (other.isEmpty() ? "no import" : "an import" + other)
              + ": "
              + owner
              + " maps nothing to it; a mapping there, or another owner";
      case EDIT_IN_OKTA -> "an edit in Okta: no import writes it";
      case EDIT_OR_LINK -> "an edit in Okta, or " + OwnerText.wouldOwn(answer.owner());
    };
  }

  private static String json(String id, @Nullable String profileSource, List<Answer> answers)
      throws IOException {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("userId", id);
    json.put("profileSource", profileSource);
    ArrayNode attributes = json.putArray("attributes");
    for (Answer answer : answers) {
      ObjectNode each = attributes.addObject();
      each.put("attribute", answer.attribute());
      each.set("value", MAPPER.valueToTree(answer.value()));
      Written written = answer.written();
      if (written == null) {
        each.putNull("from");
      } else {
        ObjectNode from = each.putObject("from");
        from.put("by", written.by()).put("source", written.source());
        from.put("app", written.plan().app()).put("externalId", written.externalId());
        from.put("outcome", written.outcome().name()).put("time", written.plan().time());
        from.put("plan", written.plan().plan().hex());
        from.put("changedSince", answer.changedSince());
      }
      OwnerText.json(each, answer.owner());
      each.put("mapping", answer.mapping());
      each.put("next", answer.next().name());
    }
    return MAPPER.writeValueAsString(json);
  }
}
