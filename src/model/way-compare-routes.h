/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-lens.h"

G_BEGIN_DECLS

/**
 * WayRouteDifferenceKind:
 * @WAY_ROUTE_NOT_LIVED: a stop that was planned, and that nobody came to
 * @WAY_ROUTE_NOT_PLANNED: a stop that happened, and that was not planned
 * @WAY_ROUTE_ORDER: a stop of both, at another point of the way
 * @WAY_ROUTE_OUTCOME: it met the need otherwise than was planned
 * @WAY_ROUTE_WAIT: the wait before it was another
 * @WAY_ROUTE_WAIT_IN_ALL: they waited longer, or not as long, on the whole way
 */
typedef enum
{
  WAY_ROUTE_NOT_LIVED,
  WAY_ROUTE_NOT_PLANNED,
  WAY_ROUTE_ORDER,
  WAY_ROUTE_OUTCOME,
  WAY_ROUTE_WAIT,
  WAY_ROUTE_WAIT_IN_ALL,
} WayRouteDifferenceKind;

/** WayRouteDifference: one thing that differs between a route as it was planned and as it was lived. */
typedef struct
{
  WayRouteDifferenceKind kind;
  char *planned, *lived;      /* nullable: the ids of the stops */
  char *step;                 /* nullable where it is about the whole way: the id of the step */
  char *sentence;
} WayRouteDifference;

GPtrArray *way_compare_routes (WayLens      *lens,
                               const char   *planned_id,
                               const char   *lived_id,
                               GError      **error);

G_END_DECLS
