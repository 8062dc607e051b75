-- How the server is started; `vim.lsp.config('sqlreview', {...})` and `require('sqlreview').setup{...}` change it.
local M = {}

M.filetypes = { 'sql', 'pgsql', 'mysql', 'plsql', 'markdown', 'toml' }
M.root_markers = { 'sqlreview.toml', 'pyproject.toml', '.git' }

--- Whether a buffer is of interest to the server: of TOML files only those that hold settings of sqlreview.
function M.concerns(buffer)
  if vim.bo[buffer].filetype ~= 'toml' then
    return true
  end
  local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':t')
  if name ~= 'pyproject.toml' then
    return name:match('^sqlreview%..*toml$') ~= nil
  end
  for _, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    if line:find('[tool.sqlreview', 1, true) then
      return true
    end
  end
  return false
end

--- The root of a buffer on Neovim 0.11 and newer; the server is not started for buffers that get none.
local function root_dir(buffer, on_dir)
  if M.concerns(buffer) then
    local own = vim.lsp.config and vim.lsp.config.sqlreview or {}
    on_dir(vim.fs.root(buffer, own.root_markers or M.root_markers))
  end
end

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
    root_dir = root_dir,
    init_options = { showsExplanations = true },
    settings = { sqlreview = {} },
    commands = { ['sqlreview.explain'] = explain },
  }
end

return M
