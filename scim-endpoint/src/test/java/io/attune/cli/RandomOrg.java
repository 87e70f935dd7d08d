package io.attune.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A workspace with settings and line ends of all kinds: the same for the same draws. */
final class RandomOrg {
  private RandomOrg() {}

  /** Writes one of that many people, of whom its source app {@code hr} knows everybody. */
  static Path write(Random random, Path folder, int people) {
    Path org = TinyOrg.write(folder.resolve("org"), people);
    boolean confirms = random.nextBoolean();
    TinyOrg.put(
        org,
        "apps/hr/sync.json",
        "{\"profileSource\":true,\"onDeactivate\":\"%s\",\"safeguard\":{\"enabled\":false},"
                .formatted(List.of("DEACTIVATE", "SUSPEND", "NOTHING").get(random.nextInt(3)))
            + "\"reactivate\":{\"suspended\":true,\"deactivated\":%s}}\n".formatted(confirms));
    if (!confirms) {
      TinyOrg.put(org, "apps/hr/features.json", "[]\n");
    }
    String rows = TinyOrg.text(org.resolve("apps/hr/app-users.jsonl"));
    TinyOrg.put(org, "apps/crm/app-users.jsonl", rows.replace("\"e0", "\"c0"));
    if (random.nextInt(4) == 0) {
      // The last line may lack an end, and lines may end as on Windows.
      String text = TinyOrg.text(org.resolve("users.jsonl")).replace("\n", "\r\n");
      TinyOrg.put(org, "users.jsonl", text.substring(0, text.length() - 2));
    }
    TinyOrg.put(org, "apps/hr/pending.jsonl", "");
    TinyOrg.put(org, "apps/hr/mapping.json", TinyOrg.text(org.resolve("apps/hr/mapping.json")));
    return org;
  }
}
