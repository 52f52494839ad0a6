/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map on the wall in words, for those who hear it. */
#include "canvas/way-projection-private.h"

#include "base/way-i18n.h"

/* The picture rests this long before it is put into words. */
#define WORDS_MILLISECONDS 150

static char *
dup_sight_name (WayProjection  *self,
                const WaySight *sight)
{
  guint pages = self->wall.height > 0 ? way_look_count_pages (&self->wall, sight) : 1;
  /* Translators: what a room is shown: a map, how manyth of its stages, of how many, and what the stage is called. */
  g_autofree char *name = g_strdup_printf (_("Map: %s. %u of %u: %s"), way_scene_get_title (self->scene), self->sight + 1,
                                           self->sights->len, sight->title);

  /* Translators: a stage of a map that is too high to be seen at once. */
  return pages > 1 ? g_strdup_printf (_("%s, part %u of %u"), name, self->page + 1, pages) : g_steal_pointer (&name);
}

/* What is seen, for those who hear it. */
void
way_projection_tell_words (WayProjection *self)
{
  WayRect visible = way_look_get_visible (&self->to.look, &self->wall);
  const WaySight *sight = way_projection_get_sight (self);
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;

  if (self->black)
    label = g_strdup (_("Black screen"));
  else if (self->scene == NULL)
    label = g_strdup (_("No map"));
  else if (sight != NULL)
    label = dup_sight_name (self, sight);
  else
    /* Translators: the title of a map. */
    label = g_strdup_printf (_("Map: %s"), way_scene_get_title (self->scene));
  if (!self->black && self->scene != NULL)
    {
      if (sight != NULL && sight->id != NULL)
        {
          visible = self->to.spot;
          visible = way_rect_grow (&visible, -1);
        }
      words = sight != NULL && sight->note != NULL ? g_strdup (sight->note) : way_sights_dup_words (self->scene, &visible);
      if (self->draft.text != NULL && way_projection_get_draft_place (self, &visible))
        {
          g_autofree char *typed = g_strdup_printf ("%s\n%s", words, self->draft.text);

          g_set_str (&words, typed);
        }
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
words_cb (gpointer data)
{
  WayProjection *self = data;

  self->words = 0;
  way_projection_tell_words (self);
}

/* Scrolling at the desk is not put into words at each step. */
void
way_projection_tell_soon (WayProjection *self)
{
  g_clear_handle_id (&self->words, g_source_remove);
  self->words = g_timeout_add_once (WORDS_MILLISECONDS, words_cb, self);
}
