/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What items are called where they are written down. */
#include "scene/way-item.h"

static const char *const role_names[WAY_N_ROLES] = {
  [WAY_ROLE_BACKDROP] = "backdrop", [WAY_ROLE_TITLE] = "title", [WAY_ROLE_QUESTION] = "question",
  [WAY_ROLE_PERSONA] = "persona",   [WAY_ROLE_STAGE] = "stage", [WAY_ROLE_LANE] = "lane",
  [WAY_ROLE_CARD] = "card",         [WAY_ROLE_SPEECH] = "speech", [WAY_ROLE_CHIP] = "chip",
  [WAY_ROLE_CURVE] = "curve",       [WAY_ROLE_READING] = "reading", [WAY_ROLE_QUOTE] = "quote",
  [WAY_ROLE_FLAG] = "flag",         [WAY_ROLE_KEY] = "key",     [WAY_ROLE_FOOT] = "foot",
  [WAY_ROLE_SUBTITLE] = "subtitle", [WAY_ROLE_STEP] = "step",   [WAY_ROLE_LINK] = "link",
  [WAY_ROLE_WAIT] = "wait",         [WAY_ROLE_LINE] = "line",   [WAY_ROLE_ROUTE] = "route",
  [WAY_ROLE_STOP] = "stop",         [WAY_ROLE_SCENARIO] = "scenario", [WAY_ROLE_CHANGE] = "change",
};

static const char *const group_names[WAY_N_GROUP_ROLES] = {
  [WAY_GROUP_MAP] = "map",   [WAY_GROUP_BACKDROP] = "backdrop", [WAY_GROUP_HEADER] = "header", [WAY_GROUP_STAGES] = "stages",
  [WAY_GROUP_LANE] = "lane", [WAY_GROUP_CELL] = "cell",         [WAY_GROUP_KEY] = "key",       [WAY_GROUP_FOOT] = "foot",
  [WAY_GROUP_STEP] = "flow", [WAY_GROUP_LINE] = "border",       [WAY_GROUP_SCENARIO] = "walk",
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

/**
 * way_group_role_get_name:
 * @role: a role of a group
 *
 * Returns: a word for it that is fit for a class name, in English
 */
const char *
way_group_role_get_name (WayGroupRole role)
{
  g_return_val_if_fail (role < WAY_N_GROUP_ROLES, NULL);

  return group_names[role];
}
