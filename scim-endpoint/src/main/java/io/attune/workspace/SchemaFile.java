package io.attune.workspace;

import io.attune.json.JsonValue;
import io.attune.json.SchemaDocument;
import io.attune.profile.ProfileSchema;
import org.jspecify.annotations.Nullable;

/** A schema file of a workspace; what it means is {@link SchemaDocument}'s. */
final class SchemaFile {
  private SchemaFile() {}

  /** The Okta user: the base attributes, changed and added to by the document. */
  static ProfileSchema readUser(String file, @Nullable JsonValue document, Findings findings) {
    return noted(file, SchemaDocument.readUser(document), findings);
  }

  /** An app user: what the document defines. */
  static ProfileSchema readApp(String file, @Nullable JsonValue document, Findings findings) {
    return noted(file, SchemaDocument.readApp(document), findings);
  }

  private static ProfileSchema noted(String file, SchemaDocument document, Findings findings) {
    document.problems().forEach(problem -> findings.add(file, problem));
    return document.schema();
  }
}
