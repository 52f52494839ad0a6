/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spelling in a text view. The dictionary is read in a thread, and other spellings are looked for when the menu asks: typing waits for neither. */
#include "canvas/way-spelling-private.h"

#define LOOK_DELAY 150        /* milliseconds from a change to the marks */
#define REST_DELAY 1200       /* until the word that was typed last is looked at as well */
#define LENGTH_MAX 20000      /* characters beyond which a text is not looked at while it is typed */

enum { PROP_CHECK = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

/* What reads dictionaries is not made for several threads. */
static GMutex reading;

G_DEFINE_FINAL_TYPE (WaySpelling, way_spelling, G_TYPE_OBJECT)

static void read_dictionary (WaySpelling *self);

static gboolean
is_right (WaySpelling *self,
          const char  *word)
{
  gpointer right;

  if (!g_hash_table_lookup_extended (self->known, word, NULL, &right))
    {
      right = GINT_TO_POINTER (spelling_checker_check_word (self->checker, word, -1));
      g_hash_table_insert (self->known, g_strdup (word), right);
    }
  return GPOINTER_TO_INT (right);
}

static int
get_cursor (WaySpelling *self)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, gtk_text_buffer_get_insert (self->buffer));
  return gtk_text_iter_get_offset (&at);
}

/* With what is no text counted as one character each, so that places agree with the buffer's. */
static char *
dup_slice (WaySpelling *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);
}

static char *
dup_word (const char           *text,
          const WaySpelledWord *word)
{
  return g_utf8_substring (text, word->start, word->end);
}

static void
unmark (WaySpelling *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->tag, &start, &end);
}

static void
mark (WaySpelling          *self,
      const WaySpelledWord *word)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, word->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, word->end);
  gtk_text_buffer_apply_tag (self->buffer, self->tag, &start, &end);
}

/* Marks what is wrong, but not yet the word that is being typed, of which it says whether there is one. */
static gboolean
mark_words (WaySpelling *self,
            gboolean     spare)
{
  g_autofree char *text = dup_slice (self);
  g_autoptr (GArray) words = way_spelling_list_words (text, spelling_checker_get_language (self->checker));
  int cursor = get_cursor (self);
  gboolean spared = FALSE;

  unmark (self);
  for (guint i = 0; i < words->len; i++)
    {
      const WaySpelledWord *word = &g_array_index (words, WaySpelledWord, i);
      g_autofree char *spelling = NULL;

      if (spare && word->start <= cursor && cursor <= word->end)
        {
          spared = TRUE;
          continue;
        }
      spelling = dup_word (text, word);
      if (!is_right (self, spelling))
        mark (self, word);
    }
  return spared;
}

static gboolean
rest_cb (gpointer data)
{
  WaySpelling *self = data;

  self->look = 0;
  mark_words (self, FALSE);
  return G_SOURCE_REMOVE;
}

static gboolean
look_cb (gpointer data)
{
  WaySpelling *self = data;

  self->look = 0;
  if (mark_words (self, self->typing))
    self->look = g_timeout_add (REST_DELAY, rest_cb, self);
  return G_SOURCE_REMOVE;
}

static void
look_soon (WaySpelling *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  if (!self->check || self->view == NULL)
    return;
  if (self->checker == NULL)
    read_dictionary (self);
  else if (gtk_text_buffer_get_char_count (self->buffer) <= LENGTH_MAX)
    self->look = g_timeout_add (LOOK_DELAY, look_cb, self);
}

static void
changed_cb (WaySpelling *self)
{
  self->typing = TRUE;
  look_soon (self);
}

static void
mark_set_cb (WaySpelling *self,
             GtkTextIter *at,
             GtkTextMark *mark)
{
  if (mark != gtk_text_buffer_get_insert (self->buffer))
    return;
  self->typing = FALSE;
  look_soon (self);
}

static SpellingChecker *
open_dictionary (SpellingProvider *provider,
                 const char       *code)
{
  SpellingChecker *checker;

  if (!spelling_provider_supports_language (provider, code))
    return NULL;
  checker = spelling_checker_new (provider, code);
  if (spelling_checker_get_language (checker) == NULL)
    g_clear_object (&checker);
  return checker;
}

/* Any country's dictionary will do for a language that is named without one. */
static SpellingChecker *
open_relative (SpellingProvider *provider,
               const char       *code)
{
  g_autoptr (GListModel) all = spelling_provider_list_languages (provider);
  g_autofree char *prefix = g_strconcat (code, "_", NULL);
  SpellingChecker *checker = NULL;

  for (guint i = 0; checker == NULL && all != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SpellingLanguage) language = g_list_model_get_item (all, i);

      if (g_str_has_prefix (spelling_language_get_code (language), prefix))
        checker = open_dictionary (provider, spelling_language_get_code (language));
    }
  return checker;
}

/* The first of the codes that there is a dictionary for. */
static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const char *const *codes = data;
  SpellingChecker *checker = NULL;
  SpellingProvider *provider;

  g_mutex_lock (&reading);
  provider = spelling_provider_get_default ();
  for (guint i = 0; checker == NULL && codes[i] != NULL; i++)
    checker = open_dictionary (provider, codes[i]);
  if (checker == NULL && codes[0] != NULL && strchr (codes[0], '_') == NULL)
    checker = open_relative (provider, codes[0]);
  g_mutex_unlock (&reading);
  g_task_return_pointer (task, checker, g_object_unref);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  WaySpelling *self = WAY_SPELLING (source);
  g_autoptr (SpellingChecker) checker = g_task_propagate_pointer (G_TASK (result), NULL);
  const char *meant = g_object_get_data (G_OBJECT (result), "language");

  /* It may be another language by now. */
  if (g_strcmp0 (meant, self->language) != 0)
    return;
  g_set_object (&self->checker, checker);
  if (checker != NULL)
    look_soon (self);
}

static void
read_dictionary (WaySpelling *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->asked)
    return;
  self->asked = TRUE;
  task = g_task_new (self, NULL, read_cb, NULL);
  g_object_set_data_full (G_OBJECT (task), "language", g_strdup (self->language), g_free);
  g_task_set_task_data (task, way_spelling_list_codes (self->language, g_get_language_names ()), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, read_in_thread);
}

/* Finds the word at the cursor, where it is wrong. */
char *
way_spelling_dup_wrong_word (WaySpelling    *self,
                             WaySpelledWord *found)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) words = NULL;
  int cursor = get_cursor (self);

  if (!self->check || self->checker == NULL)
    return NULL;
  text = dup_slice (self);
  words = way_spelling_list_words (text, spelling_checker_get_language (self->checker));
  for (guint i = 0; i < words->len; i++)
    {
      const WaySpelledWord *word = &g_array_index (words, WaySpelledWord, i);
      g_autofree char *spelling = NULL;

      if (cursor < word->start || cursor > word->end)
        continue;
      spelling = dup_word (text, word);
      *found = *word;
      return is_right (self, spelling) ? NULL : g_steal_pointer (&spelling);
    }
  return NULL;
}

/* What was wrong may be right now. */
void
way_spelling_forget_words (WaySpelling *self)
{
  g_hash_table_remove_all (self->known);
  mark_words (self, FALSE);
}

static void
way_spelling_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  g_value_set_boolean (value, WAY_SPELLING (object)->check);
}

static void
way_spelling_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  WaySpelling *self = WAY_SPELLING (object);

  if (self->check == g_value_get_boolean (value))
    return;
  self->check = g_value_get_boolean (value);
  if (!self->check && self->view != NULL)
    unmark (self);
  look_soon (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
way_spelling_finalize (GObject *object)
{
  WaySpelling *self = WAY_SPELLING (object);

  g_clear_handle_id (&self->look, g_source_remove);
  g_free (self->language);
  g_clear_object (&self->checker);
  g_hash_table_unref (self->known);
  g_clear_object (&self->actions);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (way_spelling_parent_class)->finalize (object);
}

static void
way_spelling_class_init (WaySpellingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = way_spelling_get_property;
  object_class->set_property = way_spelling_set_property;
  object_class->finalize = way_spelling_finalize;
  properties[PROP_CHECK] = g_param_spec_boolean ("check", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
way_spelling_init (WaySpelling *self)
{
  self->check = TRUE;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The view is going; the thread may still hold this for a moment. */
static void
view_gone_cb (gpointer data)
{
  WaySpelling *self = data;

  self->view = NULL;
  g_clear_handle_id (&self->look, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->actions);
  g_object_unref (self);
}

/**
 * way_spelling_attach:
 * @view: a text view, whose buffer it keeps
 *
 * Has the spelling of what is typed there looked at for as long as the view lives.
 *
 * Returns: (transfer none): what does
 */
WaySpelling *
way_spelling_attach (GtkTextView *view)
{
  WaySpelling *self;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);
  self = g_object_new (WAY_TYPE_SPELLING, NULL);
  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->tag = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  way_spelling_add_menu (self);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self);
  g_object_set_data_full (G_OBJECT (view), "way-spelling", self, view_gone_cb);
  return self;
}

/**
 * way_spelling_set_language:
 * @self: a spelling
 * @language: (nullable): what the text is written in, BCP 47; %NULL is as the user does
 *
 * Looks things up in another dictionary. Where there is none nothing is marked.
 */
void
way_spelling_set_language (WaySpelling *self,
                           const char  *language)
{
  g_return_if_fail (WAY_IS_SPELLING (self));
  if (!g_set_str (&self->language, language) && self->asked)
    return;
  self->asked = FALSE;
  g_clear_object (&self->checker);
  g_hash_table_remove_all (self->known);
  if (self->view != NULL)
    unmark (self);
  look_soon (self);
}
