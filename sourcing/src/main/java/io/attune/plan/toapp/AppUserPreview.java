package io.attune.plan.toapp;

import io.attune.expression.EvaluationInput;
import io.attune.expression.Expression;
import io.attune.plan.AttributePreview;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What To App would make of a person, attribute by attribute, by the same code. */
public final class AppUserPreview {
  private AppUserPreview() {}

  /**
   * Every attribute of the app user, in the order of the schema.
   *
   * @param person what expressions read
   * @param groups the assignments of the person's groups, in {@link GroupAssignment#ORDER}
   * @param stored the app user before; null if there is none yet
   */
  public static List<AttributePreview> of(
      ToAppSettings settings,
      EvaluationInput person,
      List<GroupAssignment> groups,
      @Nullable StoredAppUser stored) {
    AppUserDraft draft = new AppUserDrafter(settings).draft(person, groups, stored);
    ProfileSchema schema = settings.toApp().target();
    Profile before = stored == null ? Profile.empty(schema) : stored.profile();
    List<AttributePreview> attributes = new ArrayList<>();
    for (int slot = 0; slot < schema.size(); slot++) {
      String name = schema.attribute(slot).name();
      Expression expression = settings.toApp().expression(slot);
      if (expression == null && name.equals("userName")) {
        expression = settings.username().expression();
      }
      attributes.add(
          new AttributePreview(
              name,
              before.value(slot),
              draft.profile().value(slot),
              expression == null ? null : expression.text(),
              expression == null ? null : expression.explain(person),
              draft.because().get(slot)));
    }
    return List.copyOf(attributes);
  }
}
