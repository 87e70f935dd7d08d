package io.attune.cli;

import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonText;
import io.attune.mapping.OnError;
import io.attune.workspace.ConstantText;
import io.attune.workspace.MappingEdit;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code attune mapping … set}: one row; what is not named of it stays. */
@Command(name = "set", description = "Sets what one attribute is mapped from, and when.")
final class MappingSetCommand implements Callable<Integer> {
  @ParentCommand private @Nullable MappingCommand mapping;

  @Parameters(index = "0", paramLabel = "TARGET", description = "The attribute that is written.")
  private String target = "";

  @ArgGroup(multiplicity = "0..1")
  private @Nullable What what;

  @Option(
      names = "--apply-on",
      paramLabel = "create|create-and-update",
      description = "When it applies; to Okta that follows from the app being a profile source.")
  private @Nullable ApplyOn applyOn;

  @Option(
      names = "--on-error",
      paramLabel = "KEEP|NULL|FAIL_USER",
      description = "What a failure of this expression does.")
  private @Nullable OnError onError;

  /** What an attribute is mapped from: one of the three ways of the mapping screen. */
  static final class What {
    @Option(names = "--from", paramLabel = "ATTRIBUTE", description = "Map from this attribute.")
    private @Nullable String from;

    @Option(names = "--same", paramLabel = "VALUE", description = "The same value for all users.")
    private @Nullable String same;

    @Option(names = "--expression", paramLabel = "EXPRESSION", description = "An expression.")
    private @Nullable String expression;
  }

  /** When a mapping applies. */
  enum ApplyOn {
    CREATE("create", "DONT_PUSH"),
    CREATE_AND_UPDATE("create-and-update", "PUSH");

    private final String label;
    private final String pushStatus;

    ApplyOn(String label, String pushStatus) {
      this.label = label;
      this.pushStatus = pushStatus;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  @Override
  public Integer call() throws IOException {
    MappingCommand parent = Objects.requireNonNull(mapping);
    Map<String, JsonValue> keys = new LinkedHashMap<>();
    if (what != null) {
      keys.put("expression", JsonText.of(expression(parent, what)));
    }
    if (applyOn != null) {
      keys.put("pushStatus", JsonText.of(applyOn.pushStatus));
    }
    if (onError != null) {
      keys.put("onError", JsonText.of(onError.name()));
    }
    if (keys.isEmpty()) {
      throw ImportCommand.wrongUse(
          parent.spec(), "say what to set: --from, --same, --expression, --apply-on or --on-error");
    }
    return SchemaCommand.change(
        parent.streams(),
        "set `" + target + "`",
        () ->
            MappingEdit.set(
                parent.workspacePath(), parent.app(), parent.side().direction(), target, keys));
  }

  private String expression(MappingCommand parent, What chosen) throws IOException {
    if (chosen.from != null) {
      return parent.side().source() + chosen.from;
    }
    return chosen.same == null
        ? Objects.requireNonNull(chosen.expression)
        : ConstantText.of(
            parent.workspacePath(), parent.app(), parent.side().direction(), target, chosen.same);
  }
}
