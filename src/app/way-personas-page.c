/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of all personas. Cards stay as long as their personas do, so that whatever happens nobody loses their place. */
#include "app/way-personas-page.h"

#include "app/way-persona-card.h"
#include "app/way-persona-edits.h"
#include "base/way-i18n.h"
#include "model/way-persona-uses.h"
#include "model/way-schema.h"

#define AT_ONCE 6             /* cards that are made in one go */

struct _WayPersonasPage
{
  WayPane parent_instance;

  GPtrArray *wanted;          /* ids of the personas, in their order */
  GHashTable *cards;          /* id → WayPersonaCard (borrowed) */
  GHashTable *uses;           /* nullable: as way_persona_uses_read() gives it */
  char *goal;                 /* nullable: the persona whose card gets the focus once it is there */
  guint work;                 /* the idle source that makes cards */

  AdwWindowTitle *title;
  GtkStack *pages;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (WayPersonasPage, way_personas_page, WAY_TYPE_PANE)

static WayMapContext *
get_context (WayPersonasPage *self)
{
  return way_pane_get_context (WAY_PANE (self));
}

static void go_to (WayPersonasPage *self,
                   const char      *id);

static void
copied_cb (WayPersonaCard  *card,
           const char      *id,
           WayPersonasPage *self)
{
  go_to (self, id);
}

/* The one that comes after, or before where it is the last: somebody who deletes goes on from there. */
static void
deleting_cb (WayPersonaCard  *card,
            WayPersonasPage *self)
{
  GtkWidget *beside = gtk_widget_get_next_sibling (GTK_WIDGET (card));

  if (beside == NULL)
    beside = gtk_widget_get_prev_sibling (GTK_WIDGET (card));
  go_to (self, beside != NULL ? way_persona_card_get_id (WAY_PERSONA_CARD (beside)) : NULL);
}

static WayPersonaCard *
ensure_card (WayPersonasPage *self,
             const char      *id)
{
  WayPersonaCard *card = g_hash_table_lookup (self->cards, id);

  if (card != NULL)
    return card;
  card = WAY_PERSONA_CARD (way_persona_card_new (get_context (self), id));
  g_signal_connect_object (card, "copied", G_CALLBACK (copied_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (card, "deleting", G_CALLBACK (deleting_cb), self, G_CONNECT_DEFAULT);
  gtk_box_append (self->box, GTK_WIDGET (card));
  g_hash_table_insert (self->cards, g_strdup (id), card);
  way_persona_card_refresh (card, self->uses);
  return card;
}

/* Makes a few of the cards that are missing; whether there are more. */
static gboolean
make_some (WayPersonasPage *self)
{
  GtkWidget *last = NULL;
  guint made = 0;

  for (guint i = 0; i < self->wanted->len; i++)
    {
      gboolean known = g_hash_table_contains (self->cards, self->wanted->pdata[i]);
      GtkWidget *card;

      if (!known && made++ == AT_ONCE)
        return TRUE;
      card = GTK_WIDGET (ensure_card (self, self->wanted->pdata[i]));
      if (gtk_widget_get_prev_sibling (card) != last)
        gtk_box_reorder_child_after (self->box, card, last);
      last = card;
    }
  return FALSE;
}

static void
reach_goal (WayPersonasPage *self)
{
  WayPersonaCard *card = self->goal != NULL ? g_hash_table_lookup (self->cards, self->goal) : NULL;

  if (card == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_pointer (&self->goal, g_free);
  way_persona_card_focus (card);
}

static gboolean
work_cb (gpointer data)
{
  WayPersonasPage *self = data;

  if (make_some (self))
    return G_SOURCE_CONTINUE;
  self->work = 0;
  reach_goal (self);
  return G_SOURCE_REMOVE;
}

static void
drop_gone (WayPersonasPage *self)
{
  GHashTableIter iter;
  gpointer id, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &card))
    if (!way_persona_card_refresh (card, self->uses))
      {
        /* What was being typed in it is told of, and can be pasted. */
        way_persona_card_finish (card);
        gtk_box_remove (self->box, card);
        g_hash_table_iter_remove (&iter);
      }
}

static void
way_personas_page_refresh (WayPane *pane)
{
  WayPersonasPage *self = WAY_PERSONAS_PAGE (pane);
  g_autoptr (GPtrArray) personas = way_map_context_list (get_context (self), WAY_KIND_PERSONA, NULL);
  WayLens *lens = way_map_context_get_lens (get_context (self));

  g_clear_pointer (&self->uses, g_hash_table_unref);
  self->uses = lens != NULL ? way_persona_uses_read (lens, NULL) : NULL;
  g_ptr_array_set_size (self->wanted, 0);
  for (guint i = 0; i < personas->len; i++)
    g_ptr_array_add (self->wanted, g_strdup (way_record_get_id (personas->pdata[i])));
  drop_gone (self);
  gtk_stack_set_visible_child_name (self->pages, personas->len > 0 ? "cards" : "nothing");
  if (make_some (self) || self->goal != NULL)
    {
      if (self->work == 0)
        self->work = g_idle_add (work_cb, self);
    }
}

static void
way_personas_page_changed (WayPane    *pane,
                           WayChanges *changes)
{
  const guint64 shown = WAY_MASK (PERSONA) | WAY_MASK (MAP) | WAY_MASK (FEELING) | WAY_MASK (SCENARIO);
  gboolean any = FALSE;

  for (guint i = 0; i < way_changes_get_length (changes); i++)
    any |= (shown & (G_GUINT64_CONSTANT (1) << way_changes_get (changes, i)->kind)) != 0;
  if (any)
    way_personas_page_refresh (pane);
}

static gboolean
way_personas_page_finish (WayPane *pane)
{
  WayPersonasPage *self = WAY_PERSONAS_PAGE (pane);
  GHashTableIter iter;
  gpointer card;
  gboolean done = TRUE;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    done &= way_persona_card_finish (card);
  return done;
}

/* Not at once: the button that leads there may go. */
static void
go_to (WayPersonasPage *self,
       const char      *id)
{
  g_set_str (&self->goal, id);
  if (self->work == 0)
    self->work = g_idle_add (work_cb, self);
}

static void
add_cb (GtkButton       *button,
        WayPersonasPage *self)
{
  g_autofree char *id = way_pane_finish (WAY_PANE (self)) ? way_persona_edits_add (get_context (self)) : NULL;

  if (id != NULL)
    go_to (self, id);
}

static void
way_personas_page_dispose (GObject *object)
{
  WayPersonasPage *self = WAY_PERSONAS_PAGE (object);

  g_clear_handle_id (&self->work, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAY_TYPE_PERSONAS_PAGE);

  G_OBJECT_CLASS (way_personas_page_parent_class)->dispose (object);
}

static void
way_personas_page_finalize (GObject *object)
{
  WayPersonasPage *self = WAY_PERSONAS_PAGE (object);

  g_ptr_array_unref (self->wanted);
  g_hash_table_unref (self->cards);
  g_clear_pointer (&self->uses, g_hash_table_unref);
  g_free (self->goal);

  G_OBJECT_CLASS (way_personas_page_parent_class)->finalize (object);
}

static void
way_personas_page_class_init (WayPersonasPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  WayPaneClass *pane_class = WAY_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_personas_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_personas_page_finalize;
  pane_class->refresh = way_personas_page_refresh;
  pane_class->changed = way_personas_page_changed;
  pane_class->finish = way_personas_page_finish;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/waymark/Waymark/way-personas-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayPersonasPage, title);
  gtk_widget_class_bind_template_child (widget_class, WayPersonasPage, pages);
  gtk_widget_class_bind_template_child (widget_class, WayPersonasPage, box);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
way_personas_page_init (WayPersonasPage *self)
{
  self->wanted = g_ptr_array_new_with_free_func (g_free);
  self->cards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
way_personas_page_set_subtitle (WayPersonasPage *self,
                                const char      *subtitle)
{
  adw_window_title_set_subtitle (self->title, subtitle);
}

/**
 * way_personas_page_focus:
 * @self: the page
 *
 * Moves the focus to the first thing on it.
 */
void
way_personas_page_focus (WayPersonasPage *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  if (first != NULL)
    way_persona_card_focus (WAY_PERSONA_CARD (first));
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
