/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayPersonaCard:
 *
 * A persona in full: what is written of them, to be read and changed, and on which maps they are. The page of all personas and the pane
 * beside a map are made of these.
 *
 * Its actions are `persona.move-earlier`, `persona.move-later`, `persona.duplicate`, `persona.export` and `persona.delete`.
 *
 * Signals: `copied` with the id of a copy that was made of it, `deleting` before it is deleted.
 */
#define WAY_TYPE_PERSONA_CARD (way_persona_card_get_type ())
G_DECLARE_FINAL_TYPE (WayPersonaCard, way_persona_card, WAY, PERSONA_CARD, AdwBin)

GtkWidget  *way_persona_card_new     (WayMapContext  *context,
                                      const char     *id);
const char *way_persona_card_get_id  (WayPersonaCard *self);
gboolean    way_persona_card_refresh (WayPersonaCard *self,
                                      GHashTable     *uses);
gboolean    way_persona_card_finish  (WayPersonaCard *self);
void        way_persona_card_focus   (WayPersonaCard *self);

G_END_DECLS
