/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-text-field.h"

G_BEGIN_DECLS

/** WayOffers: names that are offered below a text while it is written, each a button that takes it. */
#define WAY_TYPE_OFFERS (way_offers_get_type ())
G_DECLARE_FINAL_TYPE (WayOffers, way_offers, WAY, OFFERS, GtkBox)

/**
 * WayOffersFind:
 * @self: where to add what is found
 * @written: what was written, casefolded
 * @data: what was given
 */
typedef void (*WayOffersFind) (WayOffers  *self,
                               const char *written,
                               gpointer    data);

WayOffers  *way_offers_new       (WayTextField  *field,
                                  WayOffersFind  find,
                                  gpointer       data);
gboolean    way_offers_match     (const char    *name,
                                  const char    *written);
gboolean    way_offers_add       (WayOffers     *self,
                                  const char    *id,
                                  const char    *name,
                                  const char    *label);
const char *way_offers_get_taken (WayOffers     *self);

G_END_DECLS
