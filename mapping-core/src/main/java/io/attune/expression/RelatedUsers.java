package io.attune.expression;

import io.attune.profile.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people around a person, looked up in a snapshot. A pure function: the same person and
 * relation give the same answer for a whole run. Source: expression-language 3, Users and
 * directories.
 */
@FunctionalInterface
public interface RelatedUsers {
  /** Nobody is related to anybody. */
  RelatedUsers NONE = (person, relation, source, attributeSource) -> List.of();

  /** What somebody is to the person. */
  enum Relation {
    /** {@code getManagerUser(source)}: the manager's Okta user. */
    MANAGER_USER,
    /** {@code getManagerAppUser(source, attributeSource)}: the manager's app user. */
    MANAGER_APP_USER,
    /** {@code getAssistantUser(source)}: the assistant's Okta user. */
    ASSISTANT_USER,
    /** {@code getAssistantAppUser(source, attributeSource)}: the assistant's app user. */
    ASSISTANT_APP_USER,
    /** {@code user.getLinkedObject(name)}: the Okta user under that relation. */
    LINKED_OBJECT,
    /** The person's own app users in directories. */
    DIRECTORY_USER,
    /** The person's own app users in Workday. */
    WORKDAY_USER
  }

  /**
   * Who stands in that relation; more than one only for the last two relations, where it means
   * several assignments.
   *
   * @param person whose relation is asked for
   * @param source the app or the name of the linked object; null where the relation takes none
   * @param attributeSource the app whose app user is wanted; null where the relation takes none
   */
  List<Profile> find(
      EvaluationInput person,
      Relation relation,
      @Nullable String source,
      @Nullable String attributeSource);
}
