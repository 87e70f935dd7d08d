package io.attune.cli;

import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.Member;
import io.attune.json.JsonWriter;
import io.attune.json.SchemaDocument;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeScope;
import io.attune.profile.Mutability;
import io.attune.workspace.SchemaEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code attune schema … list}: the attributes in force. */
@Command(name = "list", description = "Lists the attributes, the built-in ones included.")
final class SchemaListCommand implements Callable<Integer> {
  @ParentCommand private @Nullable SchemaCommand schema;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the list.")
  private ImportCommand.Format format = ImportCommand.Format.TEXT;

  @Override
  public Integer call() {
    SchemaCommand parent = Objects.requireNonNull(schema);
    SchemaDocument document = SchemaEdit.of(parent.workspacePath(), parent.app());
    if (format == ImportCommand.Format.JSON) {
      parent.streams().out().print(JsonWriter.write(json(document)));
    } else {
      document.schema().attributes().forEach(each -> parent.streams().out().println(line(each)));
    }
    return Attune.DONE;
  }

  private static JsonValue json(SchemaDocument document) {
    return JsonObject.of(
        List.of(
            Member.of(
                "definitions",
                JsonObject.of(
                    List.of(
                        Member.of("base", definition(document, true)),
                        Member.of("custom", definition(document, false)))))));
  }

  private static JsonValue definition(SchemaDocument document, boolean base) {
    List<Member> attributes = new ArrayList<>();
    for (AttributeDefinition attribute : document.schema().attributes()) {
      if (attribute.base() == base) {
        attributes.add(Member.of(attribute.name(), document.keywords(attribute.name())));
      }
    }
    return JsonObject.of(List.of(Member.of("properties", JsonObject.of(attributes))));
  }

  private static String line(AttributeDefinition attribute) {
    List<String> facts = new ArrayList<>();
    facts.add(attribute.base() ? "base" : "custom");
    facts.add(attribute.kind().label());
    if (attribute.format() != null) {
      facts.add(attribute.format().keyword());
    }
    if (attribute.required()) {
      facts.add("required");
    }
    if (attribute.unique()) {
      facts.add("unique");
    }
    if (attribute.scope() == AttributeScope.SELF) {
      facts.add("user personal");
    }
    if (attribute.mutability() != Mutability.READ_WRITE) {
      facts.add(attribute.mutability().name());
    }
    if (attribute.external() != null) {
      facts.add("as " + attribute.external().name());
    }
    return attribute.name() + "  " + String.join(", ", facts);
  }
}
