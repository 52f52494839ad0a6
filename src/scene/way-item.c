/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What items are called where they are written down. */
#include "scene/way-item.h"

static const char *const role_names[WAY_N_ROLES] = {
  [WAY_ROLE_BACKDROP] = "backdrop", [WAY_ROLE_TITLE] = "title", [WAY_ROLE_QUESTION] = "question",
  [WAY_ROLE_PERSONA] = "persona",   [WAY_ROLE_STAGE] = "stage", [WAY_ROLE_LANE] = "lane",
  [WAY_ROLE_CARD] = "card",         [WAY_ROLE_SPEECH] = "speech", [WAY_ROLE_CHIP] = "chip",
  [WAY_ROLE_CURVE] = "curve",       [WAY_ROLE_READING] = "reading", [WAY_ROLE_QUOTE] = "quote",
  [WAY_ROLE_FLAG] = "flag",         [WAY_ROLE_KEY] = "key",     [WAY_ROLE_FOOT] = "foot",
};

/**
 * way_role_get_name:
 * @role: a role
 *
 * Returns: a word for it that is fit for a class name, in English
 */
const char *
way_role_get_name (WayRole role)
{
  g_return_val_if_fail (role < WAY_N_ROLES, NULL);

  return role_names[role];
}
