package io.attune.plan;

import java.time.Instant;

/**
 * What a plan says of itself: which import, when, and over which inputs. Source: formats, Plan.
 *
 * @param app the importing app's name
 * @param mode what the feed claims to hold
 * @param time the time of the import, an argument like any other
 * @param config fingerprint of the configuration
 * @param directory fingerprint of the directory
 */
public record ImportRun(
    String app, ImportMode mode, Instant time, Sha256 config, Sha256 directory) {}
