-- How the server is started; `vim.lsp.config('sqlreview', {...})` and `require('sqlreview').setup{...}` change it.
local M = {}

M.filetypes = { 'sql', 'pgsql', 'mysql', 'plsql', 'markdown' }
M.root_markers = { 'sqlreview.toml', 'pyproject.toml', '.git' }

--- Shows the page of a rule when the action "Explain ..." is chosen.
local function explain(command, context)
  require('sqlreview').explain(command.arguments[1], context and context.client_id)
end

function M.defaults()
  return {
    name = 'sqlreview',
    cmd = { 'sqlreview', 'lsp' },
    filetypes = M.filetypes,
    root_markers = M.root_markers,
    init_options = { showsExplanations = true },
    settings = { sqlreview = {} },
    commands = { ['sqlreview.explain'] = explain },
  }
end

return M
